import { ObsQuiz } from './quiz.js';

ObsQuiz.define();
