import { defineFunction } from '../kernel/function.ts';
import { packageVersion } from './catalogue.gen.ts';

export const version = defineFunction({
  name: 'VERSION',
  family: 'team',
  kind: 'list',
  text: {
    label: { en: 'Version', zh: '版本' },
    summary: { en: 'The version of these functions.', zh: '本函数包的版本号。' },
    formula: 'major.minor.patch',
    source: 'Semantic Versioning 2.0.0',
  },
  parameters: {},
  examples: [],
  compute: () => packageVersion,
});
