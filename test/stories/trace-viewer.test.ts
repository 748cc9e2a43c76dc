import * as file from '../../stories/trace-viewer.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
