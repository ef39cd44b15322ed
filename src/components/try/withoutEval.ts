/**
 * Tells Zod not to write functions at run time: the site's security policy forbids it. Imported
 * before any schema, since a schema decides when it is made.
 */
import { z } from 'zod';

z.config({ jitless: true });
