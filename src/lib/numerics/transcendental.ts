/**
 * Portable power, sine, cosine and arctangent (same bits in every engine), for the rare places that
 * need them. They stand apart from `elementary.ts` because the @stdlib packages weigh 15 kB
 * compressed in a browser bundle.
 */
import stdlibAtan from '@stdlib/math-base-special-atan';
import stdlibCos from '@stdlib/math-base-special-cos';
import stdlibPow from '@stdlib/math-base-special-pow';
import stdlibSin from '@stdlib/math-base-special-sin';

export const atan: (x: number) => number = stdlibAtan;
export const cos: (x: number) => number = stdlibCos;
/** `base` to the power `exponent`; about five times the cost of `exp`. */
export const pow: (base: number, exponent: number) => number = stdlibPow;
export const sin: (x: number) => number = stdlibSin;
