package fennec.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walking folders, archives and lists; order, labels, complaints. */
class ImageFolderTest {

  @TempDir Path folder;

  private static List<String> names(ImageFolder images) {
    return images.sources().stream().map(ImageSource::name).toList();
  }

  private ImageFolder open() throws FennecException {
    return ImageFolder.open(folder, Progress.NONE);
  }

  private void touch(String... files) throws IOException {
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
  }

  @Test
  void ordersAsPeopleDoAndPassesOverWhatIsNoPicture() throws Exception {
    touch("img10.png", "img2.PNG", "img1.jpg", "Zebra.jpg", "apple.jpg", "img002.gif");
    touch(".hidden.jpg", "notes.txt", "Thumbs.db", ".git/x.png", "__MACOSX/._a.jpg");
    assertEquals(
        List.of("apple.jpg", "img1.jpg", "img002.gif", "img2.PNG", "img10.png", "Zebra.jpg"),
        names(open()));
    assertEquals(List.of(), open().labels());
  }

  @Test
  void subFoldersAreLabelsWhereThereAreTwo() throws Exception {
    touch("cat/b.jpg", "cat/deep/a.jpg", "dog/a.jpg", "loose.jpg", "empty/readme.txt");
    ImageFolder images = open();
    assertEquals(List.of("cat", "dog"), images.labels());
    assertEquals(
        List.of("cat", "cat", "dog", ""),
        images.sources().stream().map(ImageSource::label).toList());
  }

  @Test
  void oneFolderAboveTheClassesIsNoLabel() throws Exception {
    touch("train/cat/b.jpg", "train/dog/a.jpg");
    assertEquals(List.of("cat", "dog"), open().labels());
  }

  @Test
  void oneSubFolderIsNoLabel() throws Exception {
    touch("all/b.jpg", "all/a.jpg");
    assertEquals(List.of(), open().labels());
  }

  @Test
  void linkLoopIsReportedAndTheRestRead() throws Exception {
    touch("a/1.jpg", "b/1.jpg");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("gone.jpg"), folder.resolve("nothing"));
    ImageFolder images = open();
    assertEquals(List.of("a/1.jpg", "b/1.jpg"), names(images));
    assertTrue(
        images
            .complaints()
            .contains(
                new FailedImage(
                    "a/up", "The link leads to a folder above it and was not followed.")));
    assertTrue(
        images.complaints().contains(new FailedImage("gone.jpg", "The link leads nowhere.")));
  }

  @Test
  void folderWithoutPermissionIsReported() throws Exception {
    // the superuser may open everything, so the walk is told what others would be told
    touch("a/1.jpg");
    FoundImages found = new FoundImages(Progress.NONE);
    FolderWalk walk = new FolderWalk(folder, folder, found);
    walk.visitFileFailed(folder.resolve("a"), new AccessDeniedException("a"));
    assertEquals(
        List.of("a: It cannot be opened: permission denied."),
        found.complaints().stream().map(FailedImage::sentence).toList());
    assertThrows(
        AccessDeniedException.class,
        () -> walk.visitFileFailed(folder, new AccessDeniedException("all")));
  }

  @Test
  void unreadFormatsAreComplaints() throws Exception {
    touch("a.jpg", "phone.HEIC");
    assertEquals(
        List.of("phone.HEIC: The format HEIC is not supported; save it as JPEG or PNG."),
        open().complaints().stream().map(FailedImage::sentence).toList());
  }

  @Test
  void zipIsReadWithoutUnpackingAndSlipsAreRefused() throws Exception {
    Path zip = folder.resolve("photos.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (String name :
          List.of(
              "p/cat/2.jpg",
              "p/cat/10.jpg",
              "p/dog/1.jpg",
              "../evil.jpg",
              "/abs.jpg",
              "p/.x.jpg")) {
        entries.putNextEntry(new ZipEntry(name));
        entries.write(name.getBytes(StandardCharsets.UTF_8));
        entries.closeEntry();
      }
    }
    ImageFolder images = ImageFolder.open(zip, Progress.NONE);
    assertEquals(List.of("p/cat/2.jpg", "p/cat/10.jpg", "p/dog/1.jpg"), names(images));
    assertEquals(List.of("cat", "dog"), images.labels());
    assertEquals(
        "p/cat/10.jpg", new String(images.sources().get(1).read(), StandardCharsets.UTF_8));
    assertEquals(
        List.of(
            "../evil.jpg: The entry's name leads outside the archive; it was left out.",
            "/abs.jpg: The entry's name leads outside the archive; it was left out."),
        images.complaints().stream().map(FailedImage::sentence).sorted().toList());
  }

  @Test
  void listOfFilesAndFoldersIsOne() throws Exception {
    touch("x/cat/1.jpg", "x/dog/2.jpg", "y/3.dat");
    ImageFolder images =
        ImageFolder.open(
            List.of(folder.resolve("x/cat"), folder.resolve("x/dog"), folder.resolve("y/3.dat")),
            Progress.NONE);
    assertEquals(List.of("x/cat/1.jpg", "x/dog/2.jpg", "y/3.dat"), names(images));
  }

  @Test
  void whatIsNotThereOrEmptyIsSaid() throws Exception {
    Path missing = folder.resolve("missing");
    assertEquals(
        "There is no file or folder " + missing + ".",
        assertThrows(FennecException.class, () -> ImageFolder.open(missing, Progress.NONE))
            .getMessage());
    assertEquals(
        "There is no picture in " + folder + "; Fennec reads JPEG, PNG, GIF, BMP, WebP and TIFF.",
        assertThrows(FennecException.class, this::open).getMessage());
    Path zip = folder.resolve("broken.zip");
    Files.writeString(zip, "not a zip");
    assertTrue(
        assertThrows(FennecException.class, () -> ImageFolder.open(zip, Progress.NONE))
            .getMessage()
            .startsWith("The archive " + zip + " cannot be read as a zip file: "));
  }

  @Test
  void sampleIsSeededAndInOrder() throws Exception {
    for (int i = 0; i < 50; i++) {
      touch("img" + i + ".jpg");
    }
    ImageFolder all = open();
    ImageFolder some = all.sample(10, 7);
    assertEquals(10, some.size());
    assertEquals(names(some), names(all.sample(10, 7)));
    assertTrue(!names(some).equals(names(all.sample(10, 8))));
    assertEquals(names(some), names(some).stream().sorted(NaturalOrder.INSTANCE).toList());
    assertSame(all, all.sample(50, 7));
  }
}
