/**
 * Reads a formula such as `b1*(1-exp(-b2*x))` and evaluates it with its derivatives by b1, b2, …: +
 * − * / ** and parentheses, numbers, pi, exp, log, sin, cos, atan. A small recursive descent;
 * anything else in the text is an error.
 */
import { exp, ln } from '../../../src/lib/numerics/elementary.ts';
import { atan, cos, pow, sin } from '../../../src/lib/numerics/transcendental.ts';

/**
 * Value of a formula at parameters and predictors; the derivatives by the parameters go into
 * `gradient`.
 */
export type Formula = (
  b: ArrayLike<number>,
  x: Record<string, number>,
  gradient: Float64Array,
) => number;

const functions: Record<
  string,
  { value: (u: number) => number; slope: (u: number, value: number) => number }
> = {
  exp: { value: exp, slope: (_, value) => value },
  log: { value: ln, slope: (u) => 1 / u },
  sin: { value: sin, slope: (u) => cos(u) },
  cos: { value: cos, slope: (u) => -sin(u) },
  atan: { value: atan, slope: (u) => 1 / (1 + u * u) },
};

export function parseFormula(text: string, parameterCount: number): Formula {
  const tokens = text.match(/\*\*|[-+*/()]|\d+\.?\d*(?:e[-+]?\d+)?|[a-z]\w*/g) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', ''))
    throw new Error(`formula ${text}: unknown sign`);
  let at = 0;
  const accept = (token: string) => tokens[at] === token && ++at > 0;
  const demand = (token: string) => {
    if (!accept(token)) throw new Error(`formula ${text}: ${token} expected, found ${tokens[at]}`);
  };
  const room = () => new Float64Array(parameterCount);

  const sum = (): Formula => {
    let left = product();
    for (;;) {
      const sign = accept('+') ? 1 : accept('-') ? -1 : 0;
      if (sign === 0) return left;
      const [a, b, g] = [left, product(), room()];
      left = (parameters, x, gradient) => {
        const value = a(parameters, x, gradient) + sign * b(parameters, x, g);
        for (let j = 0; j < parameterCount; j += 1) gradient[j] = gradient[j]! + sign * g[j]!;
        return value;
      };
    }
  };
  const product = (): Formula => {
    let left = signed();
    for (;;) {
      const divide = accept('/');
      if (!divide && !accept('*')) return left;
      const [a, b, g] = [left, signed(), room()];
      left = (parameters, x, gradient) => {
        const u = a(parameters, x, gradient);
        const v = b(parameters, x, g);
        for (let j = 0; j < parameterCount; j += 1) {
          gradient[j] = divide
            ? (gradient[j]! - (u / v) * g[j]!) / v
            : gradient[j]! * v + u * g[j]!;
        }
        return divide ? u / v : u * v;
      };
    }
  };
  const signed = (): Formula => {
    if (!accept('-')) return power();
    const inner = signed();
    return (parameters, x, gradient) => {
      const value = -inner(parameters, x, gradient);
      for (let j = 0; j < parameterCount; j += 1) gradient[j] = -gradient[j]!;
      return value;
    };
  };
  const power = (): Formula => {
    const base = atom();
    if (!accept('**')) return base;
    const [exponent, g] = [signed(), room()];
    return (parameters, x, gradient) => {
      const u = base(parameters, x, gradient);
      const v = exponent(parameters, x, g);
      const value = pow(u, v);
      for (let j = 0; j < parameterCount; j += 1) {
        const fromBase = gradient[j] === 0 ? 0 : v * pow(u, v - 1) * gradient[j]!;
        gradient[j] = fromBase + (g[j] === 0 ? 0 : value * ln(u) * g[j]!);
      }
      return value;
    };
  };
  const atom = (): Formula => {
    if (accept('(')) {
      const inner = sum();
      demand(')');
      return inner;
    }
    const token = tokens[at++] ?? 'the end';
    const known = functions[token];
    if (known) {
      demand('(');
      const inner = sum();
      demand(')');
      return (parameters, x, gradient) => {
        const u = inner(parameters, x, gradient);
        const value = known.value(u);
        const slope = known.slope(u, value);
        for (let j = 0; j < parameterCount; j += 1) gradient[j] = gradient[j]! * slope;
        return value;
      };
    }
    const parameter = /^b(\d+)$/.exec(token);
    if (parameter) {
      const index = Number(parameter[1]) - 1;
      return (parameters, _, gradient) => {
        gradient.fill(0)[index] = 1;
        return parameters[index]!;
      };
    }
    const constant = token === 'pi' ? Math.PI : Number(token);
    const isName = /^[a-z]/.test(token) && token !== 'pi';
    if (!isName && Number.isNaN(constant)) throw new Error(`formula ${text}: ${token} is no value`);
    return (_, x, gradient) => {
      gradient.fill(0);
      return isName ? x[token]! : constant;
    };
  };
  const formula = sum();
  if (at < tokens.length) throw new Error(`formula ${text}: ${tokens[at]} is left over`);
  return formula;
}
