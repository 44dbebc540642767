/** What can be open over the study screen. */
export type Panel = "help" | "menu" | "afresh" | "recent" | "sessions";
