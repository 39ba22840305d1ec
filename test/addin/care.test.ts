import { careContract } from '../support/careContract.ts';
import { officeInNode } from '../support/officeInNode.ts';

careContract({
  name: 'Excel',
  language: 'en',
  start: () => officeInNode({ language: 'en-US', platform: 'desktop' }),
});
