/** The badge of a number as a release has it; it never changes. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { releases } from '../../../../build/releases.ts';
import { badge } from '../../../../components/badge.ts';
import { capitalise } from '../../../../lib/phrases.ts';
import type { FrozenNumber } from '../../../../lib/releases/release.ts';

export const getStaticPaths: GetStaticPaths = () =>
  releases.flatMap(({ release, numbers }) =>
    numbers.map((record) => ({ params: { release, id: record.id }, props: { release, record } })),
  );

export const GET: APIRoute<{ release: string; record: FrozenNumber }> = ({
  props: { release, record },
}) =>
  new Response(
    badge({
      label: capitalise(record.name.replace(/ \(.*\)$/, '')),
      value: record.text ?? 'refused',
      edition: `release ${release}`,
    }),
  );
