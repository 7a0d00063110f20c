// How a tab of each browser is asked and driven: one class for each, with the same methods.
//
// evaluate(expression)        its value, awaited
// find_all(role, name)        [{name, disabled, ...}]: the elements that assistive technology finds so; `name` may be left out
// rectangle_of(element)       its border box in CSS pixels, or undefined while it has none
// call_on(element, callee)    what `callee` gives for the element
// downloads_folder()          where the browser puts from now on what the page saves

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { firefox_downloads } from './firefox.mjs';

// Through Chromium's own protocol, which reads its accessibility tree and calls without counting as a gesture.
export class ChromiumTab {
    static async open(page) {
        const tab = new ChromiumTab();
        tab.page = page;
        tab.session = await page.createCDPSession();
        return tab;
    }

    async evaluate(expression) {
        const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
            expression, awaitPromise: true, returnByValue: true, userGesture: false,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
    }

    async find_all(role, name) {
        const { root } = await this.session.send('DOM.getDocument', { depth: 0 });
        const { nodes } = await this.session.send('Accessibility.queryAXTree', {
            nodeId: root.nodeId, role, accessibleName: name,
        });
        return nodes.filter((node) => !node.ignored).map((node) => ({
            backend_id: node.backendDOMNodeId,
            name: node.name?.value ?? '',
            disabled: (node.properties ?? []).some((property) => property.name === 'disabled' && property.value.value),
        }));
    }

    async rectangle_of({ backend_id }) {
        const { quads } = await this.session.send('DOM.getContentQuads', { backendNodeId: backend_id });
        if (quads.length === 0) return undefined;
        const [left, top, right, , , bottom] = quads[0];
        return { x: left, y: top, width: right - left, height: bottom - top };
    }

    async call_on({ backend_id }, callee) {
        const { object } = await this.session.send('DOM.resolveNode', { backendNodeId: backend_id });
        const { result } = await this.session.send('Runtime.callFunctionOn', {
            objectId: object.objectId, functionDeclaration: `function () { return (${callee})(this); }`,
            returnByValue: true, userGesture: false,
        });
        return result.value;
    }

    async downloads_folder() {
        const folder = mkdtempSync(join(tmpdir(), 'downloads-'));
        await this.session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
        return folder;
    }
}

// Through WebDriver BiDi, whose accessibility locator computes role and name as Firefox tells them to others.
export class FirefoxTab {
    static async open(page) {
        const tab = new FirefoxTab();
        tab.page = page;
        return tab;
    }

    evaluate(expression) { return this.page.evaluate(expression); }

    async find_all(role, name) {
        const named = name === undefined ? '' : `[name=${JSON.stringify(name)}]`;
        const handles = await this.page.$$(`::-p-aria(${named}[role="${role}"])`);
        return Promise.all(handles.map(async (handle) => ({ handle, ...await handle.evaluate((element) => ({
            name: element.getAttribute('aria-label') ?? element.textContent,
            disabled: element.disabled === true,
        })) })));
    }

    rectangle_of({ handle }) {
        return handle.evaluate((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return element.getClientRects().length > 0 ? { x, y, width, height } : undefined;
        });
    }

    call_on({ handle }, callee) { return handle.evaluate(callee); }

    async downloads_folder() { return firefox_downloads; }
}
