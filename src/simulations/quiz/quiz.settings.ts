import type { Setting } from '../../ui/element/settings.js';
import { parseAnswers, writeAnswers } from './quiz.model.js';

/** In characters; a hundred questions, answered with all their letters. */
const LONGEST = 1400;

/** `b - ac`: the letters of what was answered to each question, `-` for an open one. */
export function answersSetting(initial: string): Setting<string> {
  return {
    initial,
    parse(given) {
      const chosen = given.length > LONGEST ? undefined : parseAnswers(given);
      return chosen && writeAnswers(chosen);
    },
    expected: (text) => text.like('b - ac'),
  };
}
