import type { MetadataRoute } from "next";

/** Makes the service installable. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/today",
    name: "Reconcile",
    short_name: "Reconcile",
    description: "Study for CKA and CKAD a few minutes a day.",
    start_url: "/today",
    scope: "/",
    display: "standalone",
    background_color: "#faf9f6",
    theme_color: "#faf9f6",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      {
        src: "/icons/icon-maskable-512.png",
        sizes: "512x512",
        type: "image/png",
        purpose: "maskable",
      },
    ],
    shortcuts: [{ name: "Study", url: "/study" }],
  };
}
