import { textFunction } from '../text-function.ts';

export const urlencode = textFunction(
  'urlencode',
  ['str'],
  'The string as it can stand in the query of a URL; a blank becomes +.',
  (text) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+'),
  (text) => ({ bytes: 3 * text.length }),
);
