import { defineConfig } from 'vite';

/** What the test runner, Storybook and the builds share. The builds themselves are in `scripts/build.mjs`. */
export default defineConfig({
  // Said here too, not only in tsconfig.json: a file outside its `include` would keep raw decorators, silently.
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
});
