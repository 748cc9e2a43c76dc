import {
  readActions,
  DEFAULT_TARGETS,
  writeActions,
  type Fault,
  type ResourceKind,
  type Shop,
  type ShopAction,
} from '../../shop/index.js';
import type { RedUseModel } from './red-use.model.js';

export type FaultName =
  'slow-query' | 'traffic-spike' | 'noisy-neighbour' | 'connection-leak' | 'memory-leak' | 'packet-loss';

/** What can be broken here: each runs out of one resource by how it works. */
export const FAULTS: Readonly<Record<FaultName, Fault>> = {
  'slow-query': { type: 'slow-query', mode: 'disk', share: 0.1 },
  'traffic-spike': { type: 'traffic-spike', factor: 3 },
  'noisy-neighbour': { type: 'noisy-neighbour', threads: 6 },
  'connection-leak': { type: 'connection-leak', share: 0.1 },
  'memory-leak': { type: 'memory-leak', bytesPerRequest: 1_500_000 },
  'packet-loss': { type: 'packet-loss', share: 0.1 },
};

// The keys of a record of that type, as it stands above.
export const FAULT_NAMES: readonly FaultName[] = Object.keys(FAULTS) as FaultName[];

/** Those that a shop has the services for. */
export function possibleFaults({ services }: Shop): FaultName[] {
  const targets: Readonly<Record<string, string>> = DEFAULT_TARGETS;
  return FAULT_NAMES.filter((name) => services.has(targets[name] ?? services.keys().next().value ?? ''));
}

/** One resource of one service. */
export interface Bottleneck {
  readonly service: string;
  readonly kind: ResourceKind;
}

/** The fault that a seed hides: another seed, another fault, and always the same. */
export function surprise(seed: string): FaultName {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  return FAULT_NAMES[(hash >>> 8) % FAULT_NAMES.length] ?? 'slow-query';
}

/**
 * What an action makes scarce, by its mechanism and not by what was measured; undefined where nothing is.
 * A spike multiplies everything, so that what was fullest in the quiet minute is the first to run out.
 */
export function bottleneckOf(action: ShopAction, model: RedUseModel): Bottleneck | undefined {
  switch (action.type) {
    case 'slow-query':
      // A second of the scan keeps a core busy for its second and, from disk, a disk for most of another.
      return { service: 'postgres', kind: action.mode === 'disk' ? 'disk' : 'cpu' };
    case 'noisy-neighbour':
      return { service: action.service ?? 'inventory-service', kind: 'cpu' };
    case 'connection-leak':
      return { service: 'payment-service', kind: 'pool' };
    case 'memory-leak':
      return { service: 'order-service', kind: 'memory' };
    case 'packet-loss':
      return { service: action.service ?? 'inventory-service', kind: 'network' };
    case 'traffic-spike':
      return fullestProcessor(model);
    default:
      return undefined;
  }
}

function fullestProcessor(model: RedUseModel): Bottleneck | undefined {
  const processors = model.cells.filter(({ kind, signal }) => kind === 'cpu' && signal === 'utilisation');
  const mean = (index: number): number => {
    const cell = processors[index];
    return cell ? (model.track(cell).baseline?.mean ?? 0) : 0;
  };
  const most = processors.map((_, index) => index).toSorted((a, b) => mean(b) - mean(a))[0] ?? 0;
  const service = processors[most]?.service;
  return service === undefined ? undefined : { service, kind: 'cpu' };
}

/** A case that teaches: what is done to the shop, and the row that shows it. */
export interface Preset {
  readonly actions: string;
  /** `postgres.cpu.utilisation` */
  readonly cell: string;
}

/** Bursts of four seconds, every fifteen: as long as the window of the rates, which sees their average alone. */
const BURSTS: string = Array.from({ length: 12 }, (_, i) => `${75 + 15 * i} traffic-spike factor=4 seconds=4`).join(
  '; ',
);

export type PresetName = 'busy' | 'bursts' | 'quiet';

export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  busy: { actions: '75 batch-job service=postgres', cell: 'postgres.cpu.utilisation' },
  bursts: { actions: BURSTS, cell: 'order-service.cpu.saturation' },
  quiet: {
    actions: '75 reports service=postgres share=0.86; 180 campaign share=0.8 seconds=600',
    cell: 'postgres.cpu.utilisation',
  },
};

export const PRESET_NAMES: readonly PresetName[] = Object.keys(PRESETS) as PresetName[];

/** Actions as text, with what was planned before taken out and what is planned now put in. */
export function plan(actions: string, before: string, now: string): string {
  const text = ({ ...action }: ShopAction): string => writeActions([action]);
  const gone = new Set((readActions(before) ?? []).map(text));
  const planned = readActions(now) ?? [];
  const put = new Set(planned.map(text));
  const kept = (readActions(actions) ?? []).filter((action) => !gone.has(text(action)) && !put.has(text(action)));
  return writeActions([...planned, ...kept].toSorted((a, b) => a.at - b.at));
}
