/**
 * The engine beside the real kubectl: 5,300 recorded lines (`npm run kubectl:record`).
 * Where the two differ, the engine is wrong. What still differs is printed.
 */
import { describe, expect, test } from "vitest";

import { canonicalJson } from "@/lib/domain/kubectl/plan/json-path";
import type { Json, Plan } from "@/lib/domain/kubectl/plan/plan-model";

import { Agreement } from "./recordings/agreement";
import {
  comparable,
  objectOf,
  plannedEffect,
  recordedEffect,
  withoutOwnNotes,
} from "./recordings/effects";
import { parserRefusal, planRecordedLine } from "./recordings/plan-recorded-line";
import { readRecordings } from "./recordings/read-recordings";
import {
  isAbout,
  plannedObjects,
  recordedObjects,
  unplannedChanges,
} from "./recordings/touched-objects";

const recordings = readRecordings();
const planned = new Map(recordings.map(({ line }) => [line, planRecordedLine(line)]));

/** How kubectl's command line library begins its refusals. */
const LIBRARY_REFUSAL =
  /^[Ee]rror: (?:unknown (?:command|profile) ["']|unknown flag:|unknown shorthand flag:|flag needs an argument|bad flag syntax|invalid argument ".*" for "|required flag\(s\)|flags cannot be placed)|^Unknown help topic/;

/** Unique ids are known to the fake cluster alone. */
const FAKE_UID = /"uid":"uid-[^"]*"/g;

/** Lines that kubectl ran to a good end and the engine can judge, with what they were planned to do. */
const ran = recordings.flatMap((recording) => {
  const { plans = [], refusal, unjudged } = planned.get(recording.line) ?? {};
  const judged = recording.exit === 0 && refusal === null && unjudged !== true;
  return judged ? [{ recording, plans }] : [];
});

/** `kubectl edit`, `alpha kuberc` and completion: what they do is not on the line. */
const MOST_UNJUDGED = 23;

const stepsOf = (plans: readonly Plan[]) => plans.flatMap(({ steps }) => steps);

/** The copy of the object that --save-config notes is kubectl's own. */
const printedText = (objects: readonly Json[]) =>
  canonicalJson(objects.map(withoutOwnNotes)).replaceAll(FAKE_UID, '"uid":""');

function expectAgreement(agreement: Agreement, least: number) {
  console.info(String(agreement));
  expect(agreement.share).toBeGreaterThanOrEqual(least);
}

describe("lines that were recorded with the real kubectl", () => {
  test("number at least 1,500", () => {
    expect(recordings.length).toBeGreaterThanOrEqual(1_500);
  });

  test("are read or refused as kubectl's command line library does", () => {
    const agreement = new Agreement("parse");
    for (const { line, error } of recordings.filter((one) => !one.error?.startsWith("/bin/bash"))) {
      const refused = error !== undefined && LIBRARY_REFUSAL.test(error);
      agreement.check(line, refused ? error : null, parserRefusal(line));
    }
    expectAgreement(agreement, 0.995);
  });

  test("are left out of the measures below in few cases: refused by the engine alone, or unjudged", () => {
    const judged = new Set(ran.map(({ recording }) => recording));
    const out = recordings.filter((one) => one.exit === 0 && !judged.has(one));
    expect(out.length, out.map(({ line }) => line).join("\n")).toBeLessThanOrEqual(MOST_UNJUDGED);
  });

  test("ask the server for the planned objects and change no others", () => {
    const agreement = new Agreement("plan: objects");
    for (const { recording, plans } of ran) {
      const asked = recordedObjects(recording);
      const missing = plans.flatMap(plannedObjects).filter((object) => !asked.has(object));
      const differences = [...missing, ...unplannedChanges(plans, recording)];
      agreement.check(recording.line, "", differences.join("; "));
    }
    expectAgreement(agreement, 0.99);
  });

  test("create the planned objects", () => {
    const agreement = new Agreement("plan: created objects");
    for (const { recording, plans } of ran) {
      for (const step of stepsOf(plans).filter((one) => one.kind === "create")) {
        const request = recording.requests?.find(
          (one) => one.verb === "create" && isAbout(step.target, one),
        );
        if (request?.body === undefined || request.partial) continue;
        const body = comparable(request.body);
        agreement.check(recording.line, body, comparable(step.object as Json));
      }
    }
    expectAgreement(agreement, 0.99);
  });

  test("print the planned objects in a client-side dry run", () => {
    const agreement = new Agreement("plan: printed objects");
    for (const { recording, plans } of ran) {
      const printed = plans.filter(({ dryRun }) => dryRun === "client");
      const objects = stepsOf(printed).flatMap((step) =>
        step.kind === "create" ? [step.object] : [],
      );
      if (recording.objects === undefined || objects.length === 0) continue;
      agreement.check(
        recording.line,
        printedText(recording.objects),
        printedText(objects as Json[]),
      );
    }
    expectAgreement(agreement, 0.99);
  });

  test("change existing objects as planned", () => {
    const agreement = new Agreement("plan: changed objects");
    for (const { recording, plans } of ran) {
      const sent = plans.filter(({ dryRun }) => dryRun !== "client");
      for (const step of stepsOf(sent).filter((one) => one.kind === "change")) {
        const base = objectOf(step.target);
        const effect = base === null ? null : plannedEffect(step, base);
        if (base === null || effect === null) continue;
        const requests = (recording.requests ?? []).filter(
          (one) => ["patch", "update"].includes(one.verb) && isAbout(step.target, one),
        );
        const real = recordedEffect(requests, base);
        agreement.check(recording.line, real, effect);
      }
    }
    expectAgreement(agreement, 0.99);
  });
});
