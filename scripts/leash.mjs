// Preloaded into the server: when the process that started it is killed, it ends too instead of keeping the port.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
