/**
 * Who may do what in a class. An admin of the instance may see every class, to help, but
 * grades only where they are an instructor: a grade has somebody of the class behind it.
 */
import type { Actor } from "@/lib/domain/access/actor";

export const CLASS_ROLES = ["student", "assistant", "instructor"] as const;
export type ClassRole = (typeof CLASS_ROLES)[number];

/** The actor's place in the class; null when they have none, or have left. */
export type ClassPlace = { role: ClassRole } | null;

/** Guests have no account that a class could hold on to. */
export const canCreateClass = (actor: Actor): boolean =>
  !actor.isGuest && (actor.role === "instructor" || actor.role === "admin");

export const canJoinClass = (actor: Actor): boolean => !actor.isGuest;

export const canSeeClass = (actor: Actor, place: ClassPlace): boolean =>
  place !== null || actor.role === "admin";

/** Names, accommodations, attempts and results of students. */
export const canSeeStudents = (actor: Actor, place: ClassPlace): boolean =>
  isStaff(place) || actor.role === "admin";

/** Marking and comments; overriding, excusing and answering appeals is for instructors. */
export const canMark = (_actor: Actor, place: ClassPlace): boolean => isStaff(place);

/** Roster, accommodations, dates, keys, overrides, regrades, appeals, release and the gradebook. */
export const canRunClass = (_actor: Actor, place: ClassPlace): boolean =>
  place?.role === "instructor";

/**
 * Who is let in and in which role: an admin may too, so that a class whose instructors have
 * gone gets another.
 */
export const canAdmit = (actor: Actor, place: ClassPlace): boolean =>
  canRunClass(actor, place) || actor.role === "admin";

/** Only students sit assignments; staff preview them. */
export const canAttempt = (_actor: Actor, place: ClassPlace): boolean => place?.role === "student";

const isStaff = (place: ClassPlace): boolean =>
  place?.role === "assistant" || place?.role === "instructor";
