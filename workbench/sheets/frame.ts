import type { Realm } from './host.ts';
import type { Services } from './services.ts';

/** A realm of its own in the page: a hidden frame whose only additions are the services. */
export function frameRealm(code: string, services: Services): Realm {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Code.js';
  document.body.append(frame);
  const scope = frame.contentWindow;
  if (!scope) throw new Error('the browser gave the script no frame');
  Object.assign(scope, services);
  const script = scope.document.createElement('script');
  script.textContent = code;
  scope.document.body.append(script);
  const member = (name: string): unknown => Reflect.get(scope, name);
  return {
    has: name => Object.hasOwn(scope, name) && typeof member(name) === 'function',
    call: (name, args) => {
      const target = member(name);
      if (typeof target !== 'function') throw new Error(`Script function not found: ${name}`);
      return Reflect.apply(target, undefined, args);
    },
  };
}

/** The sidebar as HtmlService serves it: a frame of 300 px that is written, not fetched, and that finds `google` in it. */
export function sidebarFrame(place: HTMLElement, html: string, title: string, google: object): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.className = 'sheets-sidebar';
  frame.width = '300';
  place.replaceChildren(frame);
  const page = frame.contentDocument;
  if (!page || !frame.contentWindow) throw new Error('the browser gave the sidebar no frame');
  page.open();
  Object.assign(frame.contentWindow, { google });
  page.write(html);
  page.close();
  return frame;
}
