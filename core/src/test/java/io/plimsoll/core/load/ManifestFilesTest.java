package io.plimsoll.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFilesTest {

  private static final ReadOptions RECURSIVE = ReadOptions.DEFAULT.withSubdirectories();

  @TempDir
  Path directory;

  @BeforeEach
  void tree() throws IOException {
    write("b.yaml");
    write("a.yml");
    write("c.json");
    write("B.yaml");
    write("readme.txt");
    write("ab/d.yaml");
    write("ab/deeper/e.yaml");
  }

  @Test
  void ofADirectoryTheFilesRightInItAreReadByName() {
    assertThat(names(Manifests.read(directory)))
        .containsExactly("B.yaml", "a.yml", "b.yaml", "c.json");
  }

  @Test
  void subdirectoriesStandWhereTheirNamesDo() {
    assertThat(names(Manifests.read(directory, RECURSIVE)))
        .containsExactly("B.yaml", "a.yml", "ab/d.yaml", "ab/deeper/e.yaml", "b.yaml", "c.json");
  }

  @Test
  void aFileMayHaveAnyNameIfItIsAskedFor() {
    assertThat(names(Manifests.read(directory.resolve("readme.txt"))))
        .containsExactly("readme.txt");
  }

  @Test
  void locationsFollowFromThePath() throws IOException {
    Path relative = Path.of("target", "manifest-files-test");
    Files.createDirectories(relative);
    Files.writeString(relative.resolve("pod.yaml"), "kind: Pod\nmetadata: {name: web}\n");

    assertThat(Manifests.read(relative).problems())
        .extracting(problem -> problem.location().toString())
        .containsExactly("target/manifest-files-test/pod.yaml:1:1");
  }

  @Test
  void aDirectoryOfDirectoriesSaysWhyItIsEmpty() throws IOException {
    Files.createDirectories(directory.resolve("outer/inner"));

    assertThat(problems(Manifests.read(directory.resolve("outer"))))
        .containsExactly("error: \"" + directory
            + "/outer\": the directory has no file that ends in .yaml, .yml, .json;"
            + " its subdirectories are not read [no-manifests]");
  }

  @Test
  void anUpperCaseEndingIsNotReadBecauseKubectlDoesNot() throws IOException {
    write("Z.YAML");

    assertThat(problems(Manifests.read(directory)))
        .containsExactly("warning: \"" + directory
            + "/Z.YAML\": not read, as kubectl wants the ending in lower case [skipped-file]");
  }

  @Test
  void linksToFilesAreFollowedAndThoseToDirectoriesAreNot() throws IOException {
    Files.createSymbolicLink(directory.resolve("link.yaml"), directory.resolve("ab/d.yaml"));
    Files.createSymbolicLink(directory.resolve("loop"), directory);

    Manifests manifests = Manifests.read(directory, RECURSIVE);

    assertThat(names(manifests)).hasSize(7).endsWith("c.json", "ab/d.yaml");
    assertThat(problems(manifests))
        .containsExactly("warning: \"" + directory
            + "/loop\": a link to a directory is not followed [skipped-directory]");
    assertThat(problems(Manifests.read(directory))).isEmpty();
  }

  @Test
  void aBrokenLinkIsAMissingFile() throws IOException {
    Files.createSymbolicLink(directory.resolve("broken.yaml"), directory.resolve("nowhere"));

    Manifests manifests = Manifests.read(directory);

    assertThat(names(manifests)).hasSize(4);
    assertThat(problems(manifests))
        .containsExactly(
            "error: \"" + directory + "/broken.yaml\": no such file or directory [no-such-file]");
  }

  @Test
  void whatCannotBeReadIsOneProblemAndTheRestIsThere() throws IOException {
    Path loop = directory.resolve("loop.yaml");
    Files.createSymbolicLink(loop, loop);

    Manifests manifests = Manifests.read(directory);

    assertThat(names(manifests)).hasSize(4);
    assertThat(problems(manifests))
        .singleElement()
        .asString()
        .startsWith("error: \"" + loop + "\": cannot be read: ")
        .endsWith(" [unreadable]");
  }

  private Path write(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file,
        "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"" + name
            + "\"}}");
  }

  private static List<String> names(Manifests manifests) {
    return manifests.objects().stream().map(object -> object.ref().name()).toList();
  }

  private static List<String> problems(Manifests manifests) {
    return manifests.problems().stream().map(Problem::toString).toList();
  }
}
