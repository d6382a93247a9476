// Siteimprove Alfa in one piece. alfa.read() takes down the page that it is evaluated in;
// alfa.judge() judges what was taken down, in any other page: warm, it needs a third of the time.
import { Audit, Outcome } from '@siteimprove/alfa-act';
import { Device } from '@siteimprove/alfa-device';
import { Native as NativeDevice } from '@siteimprove/alfa-device/native';
import { Node } from '@siteimprove/alfa-dom';
import { Native as NativeDocument } from '@siteimprove/alfa-dom/native';
import { Request, Response } from '@siteimprove/alfa-http';
import { Rules, alfaVersion } from '@siteimprove/alfa-rules';
import { Conformance, Criterion } from '@siteimprove/alfa-wcag';
import { Page } from '@siteimprove/alfa-web';

const isAA = Conformance.isAA();
const rules = [...Rules.values()].filter(rule => rule.hasRequirement(requirement => Criterion.isCriterion(requirement) && isAA(requirement)));

export const version = alfaVersion;

const idOf = rule => rule.uri.slice(rule.uri.lastIndexOf('/') + 1);

// Numbers of the criteria that a rule tests, by its id.
export const criteria = Object.fromEntries(rules.map(rule => [idOf(rule),
  rule.requirements.filter(requirement => Criterion.isCriterion(requirement) && isAA(requirement)).map(({ chapter }) => chapter)]));

export const read = async () => JSON.stringify({ device: NativeDevice.fromWindow(window), document: await NativeDocument.fromNode(document) });

export async function judge(taken) {
  const { device: screen, document } = JSON.parse(taken);
  const device = Device.from(screen);
  const page = Page.of(Request.empty(), Response.empty(), Node.from(document, device), device);
  return [...await Audit.of(page, rules).evaluate()].filter(Outcome.isFailed).map(({ rule, target, expectations }) => ({
    rule: idOf(rule),
    message: [...expectations].map(([, result]) => result.err().map(({ message }) => message).getOr('')).filter(Boolean).join(' '),
    place: `${target.path()}  ${target}`.slice(0, 240),
  }));
}
