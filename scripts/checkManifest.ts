/**
 * What the schema of the manifest does not see: addresses, references and pictures that Excel would only miss at run
 * time. Takes the manifest's text, and asks whether a file is there; answers with what is wrong.
 */
import { XmlDocument, type XmlElement } from 'libxml2-wasm';

const NAMESPACES = {
  o: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  v: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
};

const SECTIONS: Readonly<Record<string, string>> = {
  Image: 'Images',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  LearnMoreUrl: 'Urls',
  Runtime: 'Urls',
  Namespace: 'ShortStrings',
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
};
const LONGEST_NAMESPACE = 32;
const NEEDED_SIZES = ['16', '32', '80'];
const CHINESE = ['zh-CN'];

export function checkManifest(text: string, hasFile: (path: string) => boolean): string[] {
  const document = XmlDocument.fromString(text);
  try {
    return [...problemsOf(document, hasFile)];
  } finally {
    document.dispose();
  }
}

function* problemsOf(document: XmlDocument, hasFile: (path: string) => boolean): Generator<string> {
  const all = (path: string) => document.find(path, NAMESPACES) as XmlElement[];
  const one = (path: string, attribute: string) => all(path).map(element => element.attr(attribute)?.value ?? '');

  const seen = new Set<string>();
  const resources = new Map<string, string>();
  for (const entry of all('//v:Resources/*/*')) {
    const id = entry.attr('id')?.value ?? '';
    if (seen.has(id)) yield `${id} is defined twice`;
    seen.add(id);
    resources.set(`${entry.parent?.name} ${id}`, entry.attr('DefaultValue')?.value ?? '');
  }
  for (const element of all('//v:Hosts//*[@resid]')) {
    const id = element.attr('resid')?.value ?? '';
    const section = SECTIONS[element.name];
    if (!section || !resources.has(`${section} ${id}`))
      yield `${element.name} refers to ${id}, which is not among ${section}`;
  }

  const [namespace = ''] = one('//v:Namespace', 'resid');
  const prefix = resources.get(`ShortStrings ${namespace}`) ?? '';
  if (!/^[A-Za-z][A-Za-z0-9._]*$/.test(prefix) || prefix.length > LONGEST_NAMESPACE)
    yield `"${prefix}" cannot be a namespace`;

  const pages = ['//v:Runtime', '//v:Page/v:SourceLocation', '//v:FunctionFile', '//v:Action/v:SourceLocation'].flatMap(
    path => one(path, 'resid'),
  );
  if (pages.length !== 4 || new Set(pages).size !== 1)
    yield 'the shared runtime, its page, the function file and the pane are not one page';
  if (all('//v:TaskpaneId').length > 0) yield 'a shared runtime takes no TaskpaneId';

  for (const icons of all('//v:Icon')) {
    const sizes = (icons.find('bt:Image/@size', NAMESPACES) as XmlElement[]).map(size => size.content);
    if (NEEDED_SIZES.some(size => !sizes.includes(size))) yield `an icon has the sizes ${sizes.join(', ')}`;
  }

  for (const element of all('//*[o:Override or bt:Override]')) {
    const locales = (element.find('o:Override/@Locale | bt:Override/@Locale', NAMESPACES) as XmlElement[]).map(
      locale => locale.content,
    );
    if (new Set(locales).size !== locales.length) yield `${element.name} has two overrides for one language`;
    if (locales.some(locale => !CHINESE.includes(locale)))
      yield `${element.name} is overridden for ${locales.join(', ')}`;
  }

  for (const element of all('//*[@DefaultValue or @Value]')) {
    const value = element.attr('DefaultValue')?.value ?? element.attr('Value')?.value ?? '';
    if (!/^[a-z]+:\/\//.test(value)) continue;
    const url = new URL(value);
    if (url.protocol !== 'https:') yield `${value} is not https`;
    if (!hasFile(value)) yield `${value} leads to no file of the add-in`;
  }
}
