import * as file from '../../stories/slo-calculator.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
