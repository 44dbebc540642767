/**
 * Preloaded into the server by its supervisor: ends it when the supervisor is
 * gone, even by kill -9, instead of leaving it on its port.
 */
if (process.channel) {
  process.on("disconnect", () => process.exit(0));
  process.channel.unref();
}
