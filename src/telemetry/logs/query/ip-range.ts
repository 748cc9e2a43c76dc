const ADDRESS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const RANGE = /^([\d.]{7,15})\/(\d{1,2})$/;

/** Whether an IPv4 address is within a range, for a range such as `10.0.0.0/8`; `undefined` for what is none. */
export function ipRange(range: string): ((address: string) => boolean) | undefined {
  const [, base = '', length = ''] = RANGE.exec(range) ?? [];
  const start = addressNumber(base);
  const bits = Number(length);
  if (start === undefined || bits > 32) return undefined;
  const size = 2 ** (32 - bits);
  const first = Math.floor(start / size);
  return (address) => {
    const number = addressNumber(address);
    return number !== undefined && Math.floor(number / size) === first;
  };
}

function addressNumber(address: string): number | undefined {
  const parts = ADDRESS.exec(address)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
