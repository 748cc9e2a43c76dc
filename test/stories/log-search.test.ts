import * as file from '../../stories/log-search.stories.js';
import { storiesOf } from './stories.js';

storiesOf(file);
