import * as file from '../../stories/quiz.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
