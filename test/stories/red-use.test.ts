import * as file from '../../stories/red-use.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
