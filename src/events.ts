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

declare global {
  interface HTMLElementEventMap {
    'obs-input': ObsInputEvent;
    'obs-change': ObsChangeEvent;
    'obs-error': ObsErrorEvent;
  }
}
