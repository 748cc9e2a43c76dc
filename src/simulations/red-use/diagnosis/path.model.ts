import type { ShopChange } from '../../../shop/index.js';
import type { Cell } from '../matrix/cells.model.js';
import type { Evidence, LogLines } from './evidence.model.js';
import type { Bottleneck } from '../faults.model.js';
import type { Departure, RedUseModel } from '../red-use.model.js';
import { firstDeparture } from '../matrix/rows.model.js';

/** A resource as it is now, and as it usually is. */
export interface ResourceNow extends Bottleneck {
  readonly utilisation: number;
  readonly usually: number;
  readonly saturation: number;
  readonly failures: number;
  readonly departure: Departure | undefined;
}

/** From "something is slow" to why: each step computed from the run, each undefined where it shows nothing. */
export interface Path {
  readonly red:
    { readonly cell: Cell; readonly value: number; readonly usually: number; readonly seconds: number } | undefined;
  readonly use: ResourceNow | undefined;
  readonly logs: LogLines | undefined;
  readonly change: ShopChange | undefined;
}

/** The path that leads through a cell; without one, that of the whole shop. */
export function pathThrough(model: RedUseModel, evidence: Evidence, cell: Cell | undefined): Path {
  const resource = cell?.kind ? resourceNow(model, { service: cell.service, kind: cell.kind }) : undefined;
  const use = resource ?? suspect(model, evidence, cell?.service);
  const red = cell && !cell.kind ? cell : symptom(model, evidence, use);
  const logs = use?.departure && evidence.newLines(use);
  const since = logs?.firstSeconds ?? use?.departure?.seconds;
  return {
    red: red && {
      cell: red,
      value: model.now(red),
      usually: model.track(red).baseline?.mean ?? NaN,
      seconds: model.track(red).departure?.seconds ?? NaN,
    },
    use,
    logs,
    change: use?.departure && since !== undefined ? evidence.changeBefore(use, since) : undefined,
  };
}

/** One resource's three numbers, now and usually. */
export function resourceNow(model: RedUseModel, of: Bottleneck): ResourceNow {
  const now = (signal: string): number => {
    const cell = model.cell(`${of.service}.${of.kind}.${signal}`);
    return cell ? model.now(cell) : NaN;
  };
  const utilisation = model.cell(`${of.service}.${of.kind}.utilisation`);
  return {
    ...of,
    utilisation: now('utilisation'),
    usually: (utilisation && model.track(utilisation).baseline?.mean) ?? NaN,
    saturation: now('saturation'),
    failures: now('failures'),
    departure: firstDeparture(model, of),
  };
}

/**
 * The resource that left first, of those that a service waits for; between several of one scrape the one that went
 * furthest. What fills up later, fills because somebody waits.
 */
export function suspect(model: RedUseModel, evidence: Evidence, service?: string): ResourceNow | undefined {
  const first = model.departures.find(
    ({ cell }) => cell.kind && (service === undefined || evidence.dependents(cell.service).includes(service)),
  )?.cell;
  return first?.kind && resourceNow(model, { service: first.service, kind: first.kind });
}

/** What users notice of a scarce resource: of those that wait for it, the cell that went furthest from its baseline. */
function symptom({ departures }: RedUseModel, evidence: Evidence, use: ResourceNow | undefined): Cell | undefined {
  const near = use && new Set(evidence.dependents(use.service));
  const noticed = departures.filter(
    ({ cell }) => !cell.kind && cell.signal !== 'rate' && (near?.has(cell.service) ?? true),
  );
  return noticed.toSorted((a, b) => b.distance - a.distance)[0]?.cell;
}
