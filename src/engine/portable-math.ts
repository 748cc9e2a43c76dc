// Math.log and Math.exp differ in their last bit between browsers, and one bit is enough for two runs to part. These two
// are made of + - * / and the bits of the number alone, which are exact everywhere; the error is below one ulp.
//
// After fdlibm's e_log.c and e_exp.c, in the branch-free shape of FreeBSD and musl: https://www.netlib.org/fdlibm/
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved.

// ln 2 in two parts: the first is short, so that its product with a small whole number is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = 1.4426950408889634;
const SQRT_HALF_HIGH_WORD = 0x3fe6a09e;
const ONE_HIGH_WORD = 0x3ff00000;

const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm, equal to the last bit in every browser. -Infinity at 0, `NaN` below.
 *
 * x = 2^k m with m in [√½, √2), f = m - 1, s = f / (2 + f); then log m = f - f²/2 + s (f²/2 + R), R a polynomial in s².
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    x *= 0x40000000000000;
  }
  bits.setFloat64(0, x);
  const high = bits.getInt32(0) + (ONE_HIGH_WORD - SQRT_HALF_HIGH_WORD);
  k += (high >> 20) - 1023;
  bits.setInt32(0, (high & 0xfffff) + SQRT_HALF_HIGH_WORD);
  const f = bits.getFloat64(0) - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return s * (halfSquare + odd + even) + k * LN2_LOW - halfSquare + f + k * LN2_HIGH;
}

/**
 * e to the power of x, equal to the last bit in every browser. `Infinity` above 709.78, 0 below -745.13.
 *
 * x = k ln 2 + r with |r| ≤ ½ ln 2; then exp r = 1 + r + r c / (2 - c), c = r - r² P(r²), and the result is 2^k exp r.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 + ((r * c) / (2 - c) - low + high);
  // In two steps, because 2^k alone can be too large or too small for a double where the result is not.
  const half = k >> 1;
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** 2^k for a whole k from -1022 to 1023. */
function powerOfTwo(k: number): number {
  bits.setInt32(0, (k + 1023) << 20);
  bits.setInt32(4, 0);
  return bits.getFloat64(0);
}
