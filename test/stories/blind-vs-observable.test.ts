import * as file from '../../stories/blind-vs-observable.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
