"""Results of earlier builds, found again by the hash of their inputs."""
