package io.plimsoll.netpol.picture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads what an SVG shows with the parser of the JDK, which refuses what is not well-formed. */
final class Svg {

  private Svg() {}

  static List<String> titles(String svg) {
    return contents(svg, "title");
  }

  static List<String> texts(String svg) {
    return contents(svg, "text");
  }

  private static List<String> contents(String svg, String element) {
    NodeList found = parse(svg).getElementsByTagName(element);
    List<String> contents = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      contents.add(found.item(i).getTextContent());
    }
    return contents;
  }

  static Document parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
      throw new AssertionError("not well-formed: " + svg, e);
    }
  }
}
