package io.plimsoll.core.admission.plugin;

/** Certificate signing requests as objects have them. */
final class CertificateRequests {

  /** Asks for {@code O=system:nodes, CN=system:node:worker}. */
  static final String OF_WORKER =
      "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlId01JR1dBZ0VBTURReEZUQVRCZ05W"
          + "QkFvTURITjVjM1JsYlRwdWIyUmxjekViTUJrR0ExVUVBd3dTYzNsegpkR1Z0T201dlpHVTZkMjl5YTJW"
          + "eU1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRXRxazJqR0t6CjFoYzEvZFg4UlV3blMy"
          + "VEdUQ01ZTWVxZnpyMVRkZ2lhaEdRYzNRTUlvUm1rTGZEcVk5OVpFdGNhTGl4aGZ0UFcKa3duWDQ0aE5k"
          + "U3BUTGFBQU1Bb0dDQ3FHU000OUJBTUNBMGtBTUVZQ0lRQ0NvRFNpSmMzcGZvN2QwZERac2xYYQpkZFhB"
          + "NUdVSDNHdDR5SW9mTlJ6TDZBSWhBUHliTkhveVZyOUlnczJweEZHbVZtU2tJUENQUlV0S3M5aGd5Z0tH"
          + "CmUwcDIKLS0tLS1FTkQgQ0VSVElGSUNBVEUgUkVRVUVTVC0tLS0tCg==";

  /** Asks for {@code O=system:masters, CN=eve}. */
  static final String OF_MASTER =
      "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIak1JR0pBZ0VBTUNjeEZ6QVZCZ05W"
          + "QkFvTURuTjVjM1JsYlRwdFlYTjBaWEp6TVF3d0NnWURWUVFEREFObApkbVV3V1RBVEJnY3Foa2pPUFFJ"
          + "QkJnZ3Foa2pPUFFNQkJ3TkNBQVJPRk9ZQk9qRy8ydktVbjg3eEE2OC9VcythCnNZOUtLcU1ZK3dQOFhV"
          + "UEdESmhndXNuQ0tlekRmdFRuK3g5YThxM3FiUHprVUI2b1VzYU0yMWJQVzI4bm9BQXcKQ2dZSUtvWkl6"
          + "ajBFQXdJRFNRQXdSZ0loQU5obzFVYTQycEJMOHZsRHQwdkEwSFk3UFlHSXlqSnR6QUo1RjV1SQpEK0tq"
          + "QWlFQWcwYk9nY1ZyUVBMdTF1UEdEVFYyYTlETXh1S0FpWlBoemVpL3gxNThaZEU9Ci0tLS0tRU5EIENF"
          + "UlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=";

  private CertificateRequests() {}
}
