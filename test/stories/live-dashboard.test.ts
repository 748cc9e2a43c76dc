import * as file from '../../stories/live-dashboard.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
