import { defineFunction } from '../kernel/function.ts';
import { type Native, NoTwin } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { packageVersion } from './version.gen.ts';

export const version = defineFunction({
  name: 'VERSION',
  family: 'team',
  kind: 'list',
  text: {
    label: say('Version', '版本'),
    words: searchWords('release, about', '关于，发布'),
    summary: say('The version of these functions.', '本函数包的版本号。'),
    formula: 'major.minor.patch',
    source: 'Semantic Versioning 2.0.0',
  },
  parameters: {},
  examples: [],
  compute: () => packageVersion,
});

export const native: Native<typeof version> = new NoTwin('it tells the version of the add-in', '返回的是插件的版本');
