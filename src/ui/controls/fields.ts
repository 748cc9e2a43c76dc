import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit';
import type { FigureText } from '../../i18n/en/figure.js';
import type { Format } from '../../i18n/format.js';
import type { Menu } from '../element/menu.js';
import type { Validation } from '../element/validation.js';

/** What the parts of a figure ask of its element. */
export interface FigureHost {
  readonly figureText: FigureText;
  readonly format: Format;
  /** The reader's name for a setting. */
  label(setting: string): string;
  /** What was given and cannot be used, and the note that stands beside the field. */
  readonly validation: Pick<Validation, 'invalidValue' | 'note'>;
  readonly menu: Pick<Menu, 'copy' | 'save'>;
  /** Takes what the reader chose, and tells the page; `done` is false while it is still being dragged. */
  change(setting: string, value: unknown, done?: boolean): Promise<void>;
  /** The same for an `<input>` or `<select>` that bears the setting's name. */
  readonly changeField: (event: Event) => void;
}

function field(host: FigureHost, setting: string, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label>${host.label(setting)} ${control}</label>${host.validation.note(setting)}
  </div>`;
}

/** A number that is typed, with its unit behind it. `size` is in characters. */
export function numberField(
  host: FigureHost,
  setting: string,
  value: number,
  unit: string = '',
  size: number = 4,
): TemplateResult {
  const refused = host.validation.invalidValue(setting);
  return field(
    host,
    setting,
    html`<span class="box"
      ><input
        name=${setting}
        inputmode="decimal"
        size=${size}
        aria-invalid=${refused !== undefined}
        aria-describedby="note-${setting}"
        .value=${live(refused ?? host.format.number(value, 9))}
        @change=${host.changeField}
      />${unit}</span
    >`,
  );
}

/** One of a few choices: the values, and what the reader sees. */
export function choiceField(
  host: FigureHost,
  setting: string,
  value: string,
  choices: Readonly<Record<string, string>>,
): TemplateResult {
  return field(
    host,
    setting,
    html`<select class="box" name=${setting} @change=${host.changeField}>
      ${Object.entries(choices).map(
        ([choice, shown]) => html`<option value=${choice} .selected=${live(choice === value)}>${shown}</option>`,
      )}
    </select>`,
  );
}

/** Something that is on or off. */
export function flagField(host: FigureHost, setting: string, value: boolean): TemplateResult {
  const changed = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) void host.change(setting, target.checked);
  };
  return html`<div class="field">
    <label
      ><input type="checkbox" name=${setting} .checked=${live(value)} @change=${changed} />
      ${host.label(setting)}</label
    >
  </div>`;
}
