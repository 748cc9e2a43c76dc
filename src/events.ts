/** What every event of the kit has in common: it bubbles and leaves the shadow tree. None carries personal data. */
abstract class ObsEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** A reader's act on one setting. Never fired for what the author or a script sets. */
abstract class SettingEvent extends ObsEvent {
  /** The property that changed, such as `objective`. */
  readonly setting: string;
  readonly value: unknown;

  constructor(type: string, setting: string, value: unknown) {
    super(type);
    this.setting = setting;
    this.value = value;
  }
}

/** The reader is changing a setting: while a slider is dragged. */
export class ObsInputEvent extends SettingEvent {
  constructor(setting: string, value: unknown) {
    super('obs-input', setting, value);
  }
}

/** The reader has changed a setting: a slider was let go, a field was left, a choice was made. */
export class ObsChangeEvent extends SettingEvent {
  constructor(setting: string, value: unknown) {
    super('obs-change', setting, value);
  }
}

/** Something given to the element cannot be used as it is; the same message stands in the element. */
export class ObsErrorEvent extends ObsEvent {
  /** The property concerned. */
  readonly setting: string;
  /** What was given. */
  readonly given: unknown;
  readonly message: string;

  constructor(setting: string, given: unknown, message: string) {
    super('obs-error');
    this.setting = setting;
    this.given = given;
    this.message = message;
  }
}

/** A simulation began to play, `obs-play`, or stopped, `obs-pause`; `obs-ended` when it came to its end. */
export class ObsPlaybackEvent extends ObsEvent {
  /** Seconds of the run. */
  readonly currentTime: number;

  constructor(type: 'obs-play' | 'obs-pause' | 'obs-ended', currentTime: number) {
    super(type);
    this.currentTime = currentTime;
  }
}

/** The reader broke something, `obs-inject`, or did something about it, `obs-mitigate`. */
export class ObsActionEvent extends ObsEvent {
  /** What was done, as it stands in the record of the run: `{ at, type, … }`. */
  readonly action: Readonly<Record<string, unknown>>;

  constructor(type: 'obs-inject' | 'obs-mitigate', action: Readonly<Record<string, unknown>>) {
    super(type);
    this.action = action;
  }
}

/** An alert of the simulation changed its state. */
export class ObsAlertEvent extends ObsEvent {
  readonly rule: string;
  readonly state: 'pending' | 'firing' | 'resolved';
  /** Seconds of the run. */
  readonly seconds: number;

  constructor(rule: string, state: 'pending' | 'firing' | 'resolved', seconds: number) {
    super('obs-alert');
    this.rule = rule;
    this.state = state;
    this.seconds = seconds;
  }
}

/** What a reader can select, and what leads to it elsewhere on the page; empty where it has none. */
export interface Selection {
  readonly kind: 'trace' | 'span' | 'log' | 'point' | 'alert' | 'change';
  readonly traceId: string;
  readonly spanId: string;
  /** Of an alert: the signal that it is about. */
  readonly signal?: 'latency' | 'errors' | 'saturation';
  /** Of a change: what was done, to which service, at which second of the run. */
  readonly change?: { readonly seconds: number; readonly service: string; readonly summary: string };
}

/** The reader selected a trace, a span, a log record, a point of a chart, an alert or a change. */
export class ObsSelectEvent extends ObsEvent {
  readonly selection: Selection;

  constructor(selection: Selection) {
    super('obs-select');
    this.selection = selection;
  }
}

/** A long work went on, `obs-progress`, or a task was done, `obs-complete`, as an LMS counts it. */
export class ObsProgressEvent extends ObsEvent {
  readonly score: number;
  readonly max: number;

  constructor(type: 'obs-progress' | 'obs-complete', score: number, max: number) {
    super(type);
    this.score = score;
    this.max = max;
  }
}

declare global {
  interface HTMLElementEventMap {
    'obs-play': ObsPlaybackEvent;
    'obs-pause': ObsPlaybackEvent;
    'obs-ended': ObsPlaybackEvent;
    'obs-inject': ObsActionEvent;
    'obs-mitigate': ObsActionEvent;
    'obs-alert': ObsAlertEvent;
    'obs-select': ObsSelectEvent;
    'obs-progress': ObsProgressEvent;
    'obs-complete': ObsProgressEvent;
    'obs-input': ObsInputEvent;
    'obs-change': ObsChangeEvent;
    'obs-error': ObsErrorEvent;
  }
}
