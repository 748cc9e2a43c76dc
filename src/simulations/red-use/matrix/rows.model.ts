import type { ResourceKind } from '../../../shop/index.js';
import { KINDS, RED, USE, type Cell, type Signal } from './cells.model.js';
import type { Departure, RedUseModel } from '../red-use.model.js';

/** One row of the matrix: a service with R, E and D, or one of its resources with U, S and E. */
export interface Row {
  readonly service: string;
  readonly kind: ResourceKind | undefined;
  readonly cells: readonly Cell[];
}

/** Shares of a resource that are told apart: what is less apart is as full. */
const STEP = 0.05;

/** The rows on the left: every service that counts its requests. */
export function serviceRows(model: RedUseModel): Row[] {
  const services = new Set(model.cells.flatMap(({ service, kind }) => (kind ? [] : service)));
  return [...services].map((service) => rowOf(model, service, undefined, RED));
}

/** The rows on the right: one service's resources; of each kind the one that left first, or is the fullest, else. */
export function resourceRows(model: RedUseModel, service: string): Row[] {
  return KINDS.flatMap((kind) => {
    const owners = model.cells.filter((cell) => cell.kind === kind && cell.signal === 'utilisation');
    const shown = owners.find((cell) => cell.service === service) ?? (service ? undefined : tightest(model, owners));
    return shown ? rowOf(model, shown.service, kind, USE) : [];
  });
}

/** The first departure of a resource: the earliest, and of those the furthest. */
export function firstDeparture(
  { departures }: RedUseModel,
  { service, kind }: Pick<Row, 'service' | 'kind'>,
): Departure | undefined {
  return departures.find(({ cell }) => cell.service === service && cell.kind === kind);
}

function tightest(model: RedUseModel, owners: readonly Cell[]): Cell | undefined {
  const kind = owners[0]?.kind;
  const first = model.departures.find(({ cell }) => cell.kind === kind)?.cell.service;
  const fullness = (cell: Cell): number => Math.round((model.track(cell).baseline?.mean ?? 0) / STEP);
  return owners.find((cell) => cell.service === first) ?? owners.toSorted((a, b) => fullness(b) - fullness(a))[0];
}

function rowOf(
  { cells }: RedUseModel,
  service: string,
  kind: ResourceKind | undefined,
  signals: readonly Signal[],
): Row {
  const own = cells.filter((cell) => cell.service === service && cell.kind === kind);
  return { service, kind, cells: signals.flatMap((signal) => own.find((cell) => cell.signal === signal) ?? []) };
}
