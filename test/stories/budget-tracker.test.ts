import * as file from '../../stories/budget-tracker.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
