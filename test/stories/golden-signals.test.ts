import * as file from '../../stories/golden-signals.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
