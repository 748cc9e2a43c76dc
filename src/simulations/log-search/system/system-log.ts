import type { Selection } from '../../../events.js';
import type { RecentTelemetry, ShopChange, ShopLog } from '../../../shop/index.js';
import { SystemLink } from '../../../ui/playback/follow-system.js';
import { runCorpus } from '../corpus.model.js';
import type { LogSession } from '../log-search.session.js';
import { linesOf, startMsOf } from './system-log.model.js';

/** Whom the lines are for. */
export interface SystemReader {
  /** The request that is followed; empty where none is. */
  readonly trace: string;
  /** Whether the lines are being read, and had better stay. */
  readonly isReading: boolean;
  /** A request was selected elsewhere on the page. */
  showSelected(selection: Selection): void;
  /** The lines are others. */
  requestUpdate(): void;
}

/** Lines as they were when they were taken. */
interface Snapshot {
  readonly telemetry: RecentTelemetry;
  readonly logs: readonly ShopLog[];
  readonly startMs: number;
  /** Second of the run. */
  readonly seconds: number;
}

/**
 * The newest lines of a run that other elements of the page play. They are taken when there are some; anew when the run
 * stops and nobody is reading, when it began again, and when a request is selected that they do not hold.
 */
export class SystemLog {
  readonly #reader: SystemReader;
  readonly #link: SystemLink;
  #snapshot: Snapshot | undefined;
  #count = 0;
  #system = '';

  constructor(reader: SystemReader) {
    this.#reader = reader;
    this.#link = new SystemLink(
      (selection) => {
        reader.showSelected(selection);
        this.hold(selection.traceId);
      },
      () => this.#look(),
    );
  }

  /** Follows a system from now on; none where the name is empty. */
  follow(system: string): void {
    if (system !== this.#system) this.#snapshot = undefined;
    this.#system = system;
    this.#link.follow(system);
  }

  stop(): void {
    this.#link.stop();
  }

  /** Whether something on the page plays the system. */
  get isPlayed(): boolean {
    return this.#link.playback !== undefined;
  }

  /** When the run began, in milliseconds since 1970. */
  get startMs(): number {
    return this.#snapshot?.startMs ?? 0;
  }

  /** Gives the lines to be searched; none while there are none. */
  build(session: LogSession): void {
    const { logs, startMs = 0 } = this.#snapshot ?? {};
    if (!logs) return session.empty();
    session.build(`system ${this.#count}`, () => runCorpus(logs, startMs, () => performance.now()), true);
  }

  /** Takes the newest lines. */
  take(): void {
    const { telemetry, playback } = this.#link;
    if (!telemetry || !playback) return;
    const logs = linesOf(telemetry.logs, telemetry.logsOf(this.#reader.trace));
    const { now, shop } = playback.run;
    const snapshot = { telemetry, logs, startMs: startMsOf(shop.settings), seconds: now };
    this.#snapshot = logs.length > 0 ? snapshot : undefined;
    this.#count++;
    this.#reader.requestUpdate();
  }

  /** Takes the lines of a request as well, where they are not all there. */
  hold(traceId: string): void {
    const has = (logs: readonly ShopLog[] = []): number => logs.filter((log) => log.traceId === traceId).length;
    if (has(this.#link.telemetry?.logsOf(traceId)) > has(this.#snapshot?.logs)) this.take();
  }

  /** Tells the system that a line was chosen here, its request, or what was changed before it. */
  select(kind: 'log' | 'trace' | 'change', traceId: string, log?: ShopLog, change?: ShopChange): Selection {
    const spanId = (log && this.telemetry?.spanOf(log)?.spanId) ?? '';
    const selection = { kind, traceId, spanId, ...(change && { change }) };
    this.#link.select(selection);
    return selection;
  }

  /** Whether a row of the log was written by this span. */
  isOfSpan(traceId: string, spanId: string, logs: readonly ShopLog[] | undefined): (row: number) => boolean {
    const ofSpan = new Set((logs && this.telemetry?.logsOfSpan(traceId, spanId)) ?? []);
    return (row) => logs?.[row] !== undefined && ofSpan.has(logs[row]);
  }

  /** What is known of the run; undefined while nothing plays the system. */
  get telemetry(): RecentTelemetry | undefined {
    return this.#link.telemetry;
  }

  /** Called ten times a second while the run plays: most often nothing is to be done. */
  #look(): void {
    const { playback, telemetry } = this.#link;
    // While there are no lines, it may be something else that is waited for.
    if (!this.#snapshot) this.#reader.requestUpdate();
    if (!playback || !telemetry || playback.isCatchingUp) return;
    const hasBegunAgain = telemetry !== this.#snapshot?.telemetry;
    const hasStopped = playback.paused && playback.run.now !== this.#snapshot?.seconds && !this.#reader.isReading;
    if (hasBegunAgain || hasStopped) this.take();
  }
}
