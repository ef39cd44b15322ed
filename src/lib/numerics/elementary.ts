/**
 * Elementary functions that return the same bits in every engine. ECMAScript leaves the last digits
 * of Math.exp, Math.log and their relatives to the engine; the functions here use only + − × / and
 * bit patterns, which IEEE 754 fixes. Everything in src/lib calls these.
 *
 * `exp` and `ln` are written out here because every fit spends its time in them (the @stdlib exp
 * costs three times as much). Their error is below 1 ulp, tested against 50-digit values. `exp` is
 * table-driven after P. T. P. Tang, ACM Transactions on Mathematical Software 15 (1989), 144–157;
 * `ln` follows fdlibm's e_log.c (Copyright 1993 Sun Microsystems, Inc.; permission to use, copy,
 * modify and distribute is freely granted, provided that this notice is preserved).
 */
const LN2_HIGH = 6.9314718036912381649e-1; // the low 21 bits are zero: k · LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10;

const OVERFLOW = 709.782712893383973096;
const UNDERFLOW = -745.13321910194110842;
const STEPS_PER_LN2 = 46.16624130844683; // 32 / ln 2
const STEP_HIGH = 0.021660849392446835; // ln 2 / 32 cut to 36 bits: k · STEP_HIGH is exact
const STEP_LOW = 5.145609244655338e-14;
/** Adding and subtracting 1.5 · 2^52 rounds to the nearest whole number. */
const ROUNDER = 6755399441055744;

const TWO_52 = 4503599627370496;
const TWO_MINUS_54 = 5.5511151231257827e-17;

/** powersOfTwo[k + 1022] = 2^k for the normal range, built by exact doubling. */
const powersOfTwo = new Float64Array(2046);
for (let k = -1022, power = 2.2250738585072014e-308; k <= 1023; k += 1, power *= 2)
  powersOfTwo[k + 1022] = power;

/** The bits of a double seen as two 32-bit words. */
const bitsValue = new Float64Array(1);
const bitsWords = new Int32Array(bitsValue.buffer);
bitsValue[0] = 1;
const HIGH: number = bitsWords[1] === 0 ? 0 : 1; // the high word of 1 is not zero: where it stands depends on the machine's byte order

/** 2^(j/32), rounded, and the relative remainder of that rounding. */
// prettier-ignore
const rootsOfTwo = Float64Array.of(
  1.0, 1.0218971486541166, 1.0442737824274138, 1.0671404006768237, 1.0905077326652577, 1.1143867425958924,
  1.1387886347566916, 1.1637248587775775, 1.189207115002721, 1.215247359980469, 1.241857812073484, 1.2690509571917332,
  1.2968395546510096, 1.3252366431597413, 1.3542555469368927, 1.383909881963832, 1.4142135623730951, 1.4451808069770467,
  1.4768261459394993, 1.5091644275934228, 1.5422108254079407, 1.5759808451078865, 1.6104903319492543, 1.645755478153965,
  1.681792830507429, 1.718619298122478, 1.7562521603732995, 1.7947090750031072, 1.8340080864093424, 1.8741676341103,
  1.9152065613971474, 1.9571441241754002
);
// prettier-ignore
const remainders = Float64Array.of(
  0.0, 4.9997448722726326e-17, 8.189317638195514e-17, -7.402825309426177e-17, -2.7939114859515733e-17,
  9.341710609905044e-17, 7.826573258636075e-17, 3.2904726646008416e-17, 3.3484623336251524e-17, -6.346552106729484e-17,
  3.7508542013031266e-17, 2.1023049675215714e-18, 1.9572585293112036e-17, -2.1571477251208756e-17, 5.68648095791174e-17,
  -4.8923067513522756e-17, -6.835808657661923e-17, -2.092304381843353e-17, -2.3591094770850053e-17, -6.735219232374683e-17,
  5.1548301170786783e-17, -6.432131775424189e-18, 1.5341410053603723e-17, -6.152602891550265e-17, 4.875160526227061e-17,
  -1.0772487078934056e-17, 1.685487290628973e-17, 1.01562190116415e-17, 1.790126907604513e-17, -3.266924100901318e-17,
  -5.5450656186394274e-17, 4.578491527706009e-17
);

/**
 * e^x. exp(NaN) is NaN, overflow is Infinity (x > 709.78), underflow passes through subnormals to 0
 * (x < −745.13). Method: x = (32 m + j) ln 2 / 32 + r with |r| < 0.011, so e^x = 2^m 2^(j/32) e^r,
 * the last by its Taylor series.
 */
export function exp(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : Number.NaN;
  if (x < UNDERFLOW) return 0;
  const steps = x * STEPS_PER_LN2 + ROUNDER - ROUNDER;
  const k = steps | 0;
  const j = k & 31;
  const m = k >> 5;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const square = r * r;
  const series =
    remainders[j]! +
    r +
    square * (0.5 + r * 0.16666666666666666) +
    square *
      square *
      (0.041666666666666664 + r * (0.008333333333333333 + r * 0.001388888888888889));
  const root = rootsOfTwo[j]!;
  const y = root + root * series;
  if (m >= -1022) return m < 1024 ? y * powersOfTwo[m + 1022]! : y * 2 * powersOfTwo[2045]!;
  return y * powersOfTwo[m + 1022 + 54]! * TWO_MINUS_54;
}

/** Natural logarithm. ln(0) is −Infinity, ln of a negative number or NaN is NaN. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let k = 0;
  bitsValue[0] = x;
  let high = bitsWords[HIGH]!;
  if (high < 0x00100000) {
    bitsValue[0] = x * (TWO_52 * 4);
    high = bitsWords[HIGH]!;
    k = -54;
  }
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  const carry = (high + 0x95f64) & 0x100000;
  k += carry >> 20;
  bitsWords[HIGH] = high | (carry ^ 0x3ff00000);
  const f = bitsValue[0]! - 1; // x = 2^k (1 + f), √½ < 1 + f < √2
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}
