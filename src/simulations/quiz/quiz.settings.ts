import { Setting } from '../../ui/element/settings.js';
import { parseAnswers, writeAnswers } from './quiz.model.js';

/** In characters; a hundred questions, answered with all their letters. */
const LONGEST = 1400;

/** `b - ac`: the letters of what was answered to each question, `-` for an open one. */
export const answersSetting: Setting<string> = new Setting(
  (given) => {
    const chosen = given.length > LONGEST ? undefined : parseAnswers(given);
    return chosen && writeAnswers(chosen);
  },
  (text) => text.like('b - ac'),
);
