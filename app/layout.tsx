import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";

import { SkipLink } from "@/components/layout/skip-link";
import { THEME_COOKIE, toTheme } from "@/components/layout/theme";
import { AnnouncerProvider } from "@/components/ui/announcer";

import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-inter",
  display: "swap",
});

const jetBrainsMono = localFont({
  src: "../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
  weight: "100 800",
  variable: "--font-jetbrains-mono",
  display: "swap",
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: { default: "Reconcile: study for CKA and CKAD", template: "%s · Reconcile" },
  description:
    "Study for the Kubernetes exams CKA and CKAD a few minutes a day: the service chooses what is due, grades your kubectl lines and says when each question comes back.",
  appleWebApp: { capable: true, title: "Reconcile", statusBarStyle: "default" },
};

export async function generateViewport(): Promise<Viewport> {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  const light = "#faf9f6";
  const dark = "#121417";
  if (theme !== "system") return { themeColor: theme === "light" ? light : dark };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: light },
      { media: "(prefers-color-scheme: dark)", color: dark },
    ],
  };
}

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang="en"
      className={`${inter.variable} ${jetBrainsMono.variable}`}
      {...(theme === "system" ? {} : { "data-theme": theme })}
      suppressHydrationWarning
    >
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <AnnouncerProvider>{children}</AnnouncerProvider>
      </body>
    </html>
  );
}
