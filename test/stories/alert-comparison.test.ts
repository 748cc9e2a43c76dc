import * as file from '../../stories/alert-comparison.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
