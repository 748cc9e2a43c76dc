import { LONGEST_RUN_SECONDS } from './playback.js';
import { readActions, SCENARIOS } from '../shop/index.js';
import { choice, flag, number, words, type Setting, type Settings } from './settings.js';

/** What the reader, the author or the scenario do to the shop, and when. */
const actionsSetting: Setting<string> = {
  initial: '',
  parse: (given) => (readActions(given) ? given : undefined),
  expected: (text) => text.like('60 traffic-spike factor=3; 120 scale-out service=auth'),
};

/** A number or a word; empty where the scenario's own is meant. */
const seedSetting: Setting<string> = {
  initial: '',
  parse: (given) => (/^[\w-]{0,40}$/.test(given) ? given : undefined),
  expected: (text) => text.like('42, monday'),
};

/** The settings of every figure that plays a run. A rate of 0 means the scenario's own. */
export const runSettings: Settings = {
  scenario: choice('quiet', ...Object.keys(SCENARIOS).filter((name) => name !== 'quiet')),
  seed: seedSetting,
  rate: number(0, 0, 400),
  actions: actionsSetting,
  at: number(0, 0, LONGEST_RUN_SECONDS),
  autoplay: flag,
  playbackRate: number(10, 1, 60),
  system: words(''),
};
