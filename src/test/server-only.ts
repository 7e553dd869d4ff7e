// Stands in for the package `server-only`, which exists to fail outside of Next's server.
export {};
