const ADDRESS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const RANGE = /^([\d.]{7,15}|[\da-fA-F:.]{2,45})\/(\d{1,3})$/;
const GROUP = /^[\da-fA-F]{1,4}$/;

/**
 * Whether an address is within a range, for a range such as `10.0.0.0/8` or `2001:db8::/32`, or for a single address of
 * IPv6, which can be written in several ways; `undefined` for what is neither.
 */
export function ipRange(range: string): ((address: string) => boolean) | undefined {
  if (!/[.:]/.test(range) || range.length > 49) return undefined;
  const [, base = range, length = ''] = RANGE.exec(range) ?? [];
  const start = addressBits(base);
  if (!start || (length === '' && start.bits === 32)) return undefined;
  const kept = length === '' ? start.bits : Number(length);
  if (kept > start.bits) return undefined;
  const shift = BigInt(start.bits - kept);
  const first = start.number >> shift;
  return (address) => {
    const found = addressBits(address);
    return found !== undefined && found.bits === start.bits && found.number >> shift === first;
  };
}

function addressBits(address: string): { number: bigint; bits: 32 | 128 } | undefined {
  const four = fourBytes(address);
  if (four !== undefined) return { number: BigInt(four), bits: 32 };
  const eight = eightGroups(address);
  return eight && { number: eight.reduce((sum, group) => sum * 65_536n + BigInt(group), 0n), bits: 128 };
}

function fourBytes(address: string): number | undefined {
  const parts = ADDRESS.exec(address)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

function eightGroups(address: string): number[] | undefined {
  if (!address.includes(':') || address.length > 45) return undefined;
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [before, after] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...(before ?? []), ...(after ?? [])];
  const missing = 8 - groups.length;
  if (!groups.every((group) => GROUP.test(group)) || (after ? missing < 1 : missing !== 0)) return undefined;
  const zeros = Array.from({ length: after ? missing : 0 }, () => '0');
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => Number.parseInt(group, 16));
}
