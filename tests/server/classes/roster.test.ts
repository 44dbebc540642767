import { expect, test } from "vitest";

import { database } from "@/lib/server/db/client";
import type { Download } from "@/lib/server/download";
import { removeFromClass } from "@/lib/server/services/change-member";
import { applyRoster, previewRoster } from "@/lib/server/services/import-roster";
import { acceptInvitation, declineInvitation, joinByLink } from "@/lib/server/services/join-class";
import { listClasses } from "@/lib/server/services/list-classes";
import { viewNotices } from "@/lib/server/services/view-notices";
import { exportClaimLinks, exportRoster } from "@/lib/server/services/export-roster";
import { viewRoster, withdrawInvitation } from "@/lib/server/services/view-roster";
import { aClass, join, type TestClass } from "@/tests/helpers/classes";
import { aGuest, anEmail, aPerson, START } from "@/tests/helpers/people";

async function importInto({ id: classId, instructor }: TestClass, csv: string) {
  const { fingerprint } = await previewRoster(instructor, { classId, csv });
  return applyRoster(instructor, { classId, csv, fingerprint }, START);
}

async function textOf({ pieces }: Download): Promise<string> {
  let text = "";
  for await (const piece of pieces) {
    text += typeof piece === "string" ? piece : Buffer.from(piece).toString();
  }
  return text;
}

async function tokenFor({ id, instructor }: TestClass, email: string): Promise<string> {
  const { waiting } = await viewRoster(instructor, id);
  return (
    waiting
      .find((one) => one.email === email)
      ?.link?.split("/")
      .at(-1) ?? ""
  );
}

test("a preview saves nothing", async () => {
  const { id: classId, instructor } = await aClass();
  const csv = `email,section\n${anEmail()},Lab A`;
  const { plan } = await previewRoster(instructor, { classId, csv });
  expect(plan).toMatchObject({ counts: { new: 1 }, newSections: ["Lab A"] });
  expect(await viewRoster(instructor, classId)).toMatchObject({ waiting: [], sections: [] });
});

test("an import applied twice does nothing the second time", async () => {
  const group = await aClass();
  const csv = `email,name,section,role,student number\n${anEmail()},Kim,Lab A,assistant,4711`;
  expect(await importInto(group, csv)).toMatchObject({ new: 1, unchanged: 0 });
  const first = await viewRoster(group.instructor, group.id);
  expect(await importInto(group, csv)).toMatchObject({ new: 0, unchanged: 1 });
  expect(await viewRoster(group.instructor, group.id)).toEqual(first);
  expect(first.waiting).toMatchObject([
    { name: "Kim", section: "Lab A", role: "assistant", studentNumber: "4711" },
  ]);
});

test("an import is refused when the class has changed since its preview", async () => {
  const group = await aClass();
  const csv = `email,section\n${anEmail()},Lab A`;
  const { fingerprint } = await previewRoster(group.instructor, { classId: group.id, csv });
  await importInto(group, csv);
  await expect(
    applyRoster(group.instructor, { classId: group.id, csv, fingerprint }, START),
  ).rejects.toMatchObject({ code: "conflict" });
});

test("a member is moved to the section of the file", async () => {
  const group = await aClass();
  const student = await aPerson();
  await join(group.id, student);
  await importInto(group, `email,section,student number\n${student.email},B,12`);
  const { members } = await viewRoster(group.instructor, group.id);
  expect(members.find(({ userId }) => userId === student.id)).toMatchObject({
    section: "B",
    studentNumber: "12",
  });
});

test("an account is not in a class because its address is on the roster", async () => {
  const group = await aClass();
  const learner = await aPerson();
  await importInto(group, `email\n${learner.email}`);
  expect((await listClasses(learner)).classes).toEqual([]);
});

test("an account of the address is invited in the app, and is in once it accepts", async () => {
  const group = await aClass();
  const learner = await aPerson();
  await importInto(group, `email,section\n${learner.email},Lab A`);
  expect(await viewNotices(learner)).toMatchObject([
    { text: "Ada invites you to Kubernetes 101." },
  ]);
  expect((await listClasses(learner)).invitations).toMatchObject([{ classId: group.id }]);
  await acceptInvitation(learner, { classId: group.id }, START);
  const { members, waiting } = await viewRoster(group.instructor, group.id);
  expect(waiting).toEqual([]);
  expect(members.find(({ userId }) => userId === learner.id)?.section).toBe("Lab A");
  expect((await listClasses(learner)).invitations).toEqual([]);
});

test("an invitation that was declined is gone from the app, and its link still works", async () => {
  const group = await aClass();
  const learner = await aPerson();
  await importInto(group, `email\n${learner.email}`);
  await declineInvitation(learner, { classId: group.id }, START);
  expect((await listClasses(learner)).invitations).toEqual([]);
  const owner = await aPerson();
  await joinByLink(owner, { token: await tokenFor(group, learner.email) }, START);
  expect((await listClasses(owner)).classes).toMatchObject([{ id: group.id }]);
});

test("an address alone never gives a place among the staff", async () => {
  const group = await aClass();
  const learner = await aPerson();
  await importInto(group, `email,role\n${learner.email},instructor`);
  expect((await listClasses(learner)).invitations).toEqual([]);
  expect(await viewNotices(learner)).toEqual([]);
  await expect(acceptInvitation(learner, { classId: group.id }, START)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a personal link gives its place to whoever uses it first, with any account", async () => {
  const group = await aClass();
  const email = anEmail();
  await importInto(group, `email,role,section\n${email},assistant,Lab A`);
  const token = await tokenFor(group, email);
  const [first, second] = [await aPerson(), await aPerson()];
  await joinByLink(first, { token }, START);
  await joinByLink(first, { token }, START);
  await expect(joinByLink(second, { token }, START)).rejects.toMatchObject({ code: "conflict" });
  const { members } = await viewRoster(group.instructor, group.id);
  expect(members.find(({ userId }) => userId === first.id)).toMatchObject({
    role: "assistant",
    section: "Lab A",
  });
});

test("of many who use a personal link at once, one gets in", async () => {
  const group = await aClass();
  const email = anEmail();
  await importInto(group, `email\n${email}`);
  const token = await tokenFor(group, email);
  const people = await Promise.all(Array.from({ length: 8 }, () => aPerson()));
  const outcomes = await Promise.allSettled(
    people.map((person) => joinByLink(person, { token }, START)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a guest keeps a personal link for after signing up", async () => {
  const group = await aClass();
  const email = anEmail();
  await importInto(group, `email\n${email}`);
  const token = await tokenFor(group, email);
  await expect(joinByLink(await aGuest(), { token }, START)).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(joinByLink(await aPerson(), { token }, START)).resolves.toEqual({
    classId: group.id,
  });
});

test("the link of somebody taken off the roster stops working", async () => {
  const group = await aClass();
  const email = anEmail();
  await importInto(group, `email\n${email}`);
  const token = await tokenFor(group, email);
  await withdrawInvitation(group.instructor, { classId: group.id, email });
  await expect(joinByLink(await aPerson(), { token }, START)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("somebody who was removed is invited anew by an import, with another link", async () => {
  const group = await aClass();
  const learner = await aPerson();
  await importInto(group, `email\n${learner.email}`);
  const before = await tokenFor(group, learner.email);
  await acceptInvitation(learner, { classId: group.id }, START);
  await removeFromClass(group.instructor, { classId: group.id, userId: learner.id }, START);
  const later = new Date(START.getTime() + 60_000);
  const csv = `email\n${learner.email}`;
  const { fingerprint } = await previewRoster(group.instructor, { classId: group.id, csv });
  await applyRoster(group.instructor, { classId: group.id, csv, fingerprint }, later);
  expect(await tokenFor(group, learner.email)).not.toBe(before);
  expect((await listClasses(learner)).invitations).toHaveLength(1);
});

test("links are not stored: only their hashes are", async () => {
  const group = await aClass();
  const email = anEmail();
  await importInto(group, `email\n${email}`);
  const token = await tokenFor(group, email);
  const entry = await database().rosterEntry.findFirst({ where: { email } });
  expect(JSON.stringify(entry)).not.toContain(token);
});

test("what is exported can be imported again and changes nothing", async () => {
  const group = await aClass();
  await join(group.id, await aPerson());
  await importInto(group, `email,name,section\n${anEmail()},Ada Kim,Lab A`);
  const csv = await textOf(await exportRoster(group.instructor, group.id, START));
  const { plan, problems } = await previewRoster(group.instructor, { classId: group.id, csv });
  expect(problems).toEqual([]);
  expect(plan.counts).toEqual({ new: 0, "entry-changes": 0, "member-changes": 0, unchanged: 3 });
});

test("the links of those who are expected can be downloaded", async () => {
  const group = await aClass();
  const email = anEmail();
  await importInto(group, `email,name\n${email},Kim`);
  const csv = await textOf(await exportClaimLinks(group.instructor, group.id, START));
  const token = await tokenFor(group, email);
  expect(csv).toMatch(
    new RegExp(`^\u{FEFF}email,name,link\r\n${email},Kim,http.*/join/${token}\r\n$`, "u"),
  );
});

test("a name that is a formula is exported as text", async () => {
  const group = await aClass();
  await join(group.id, await aPerson({ name: "=1+1" }));
  const csv = await textOf(await exportRoster(group.instructor, group.id, START));
  expect(csv).toContain(",'=1+1,");
});

test("problems of a file are told with the lines of the file, quoted breaks counted", async () => {
  const { id: classId, instructor } = await aClass();
  const csv = `email;name\n${anEmail()};"Kim\nAda"\nnobody;Bo`;
  const { problems } = await previewRoster(instructor, { classId, csv });
  expect(problems).toEqual([{ line: 4, message: '"nobody" is no email address.' }]);
});

test.each(["student", "assistant"] as const)(
  "a %s imports nothing and gets no links",
  async (role) => {
    const { id: classId } = await aClass();
    const person = await aPerson();
    await join(classId, person, { role });
    for (const refused of [
      () => previewRoster(person, { classId, csv: "email" }),
      () => applyRoster(person, { classId, csv: "email", fingerprint: "" }, START),
      () => exportClaimLinks(person, classId, START),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: "not-found" });
    }
  },
);

test("an assistant sees who is expected, and no links", async () => {
  const group = await aClass();
  await importInto(group, `email\n${anEmail()}`);
  const assistant = await aPerson();
  await join(group.id, assistant, { role: "assistant" });
  const { waiting } = await viewRoster(assistant, group.id);
  expect(waiting).toMatchObject([{ link: null }]);
});
