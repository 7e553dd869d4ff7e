import { TestsAndTechnique } from "./tests-and-technique.tsx";

export default async function TestsPage({ params }: { params: Promise<{ id: string }> }) {
  return <TestsAndTechnique clientId={(await params).id} />;
}
