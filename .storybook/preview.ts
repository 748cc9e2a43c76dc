import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
// Stories define their own element. Others beside it come by this, and so do languages.
import '../src/autoloader.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { order: ['Start here', ['Welcome', 'Embedding'], 'Elements'] } },
  },
};

export default preview;
