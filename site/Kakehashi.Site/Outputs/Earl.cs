using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;
using Kakehashi.Site.Planning;

namespace Kakehashi.Site.Outputs;

/// <summary>Every result of a test as EARL 1.0 (W3C Evaluation and Report Language) in JSON-LD. What is not tested is not in it.</summary>
public static class Earl
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Whole file.</summary>
    public static ReadOnlyMemory<byte> Write(ProgramSettings program, TestReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Context(json);
            json.WriteString("@id", StructuredData.Absolute(program, report.Address + "results.json"));
            json.WriteString("dcterms:title", report.Conclusion.Set.Name);
            json.WriteStartArray("@graph");
            foreach (var assertion in report.Test.Assertions.Order(Assertion.ByCriterion))
                if (report.Conclusion.Set.Find(assertion.Criterion) is { } criterion) Write(json, program, report, criterion, assertion);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    static void Context(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteString("earl", "http://www.w3.org/ns/earl#");
        json.WriteString("dcterms", "http://purl.org/dc/terms/");
        json.WriteString("foaf", "http://xmlns.com/foaf/0.1/");
        json.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
        foreach (var (term, type) in new[] { ("earl:mode", "@id"), ("earl:outcome", "@id"), ("dcterms:date", "xsd:date") })
        {
            json.WriteStartObject(term);
            json.WriteString("@type", type);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ProgramSettings program, TestReport report, SuccessCriterion criterion, Assertion assertion)
    {
        json.WriteStartObject();
        json.WriteString("@type", "earl:Assertion");
        Part("earl:assertedBy", assertion.Mode == TestMode.Automatic ? "earl:Software" : "earl:Assertor", "dcterms:title", assertion.By);
        json.WriteStartObject("earl:subject");
        json.WriteString("@id", new Uri(report.Test.Site, assertion.Page ?? "/").AbsoluteUri);
        json.WriteStartArray("@type");
        json.WriteStringValue("earl:TestSubject");
        if (assertion.Page is not null) json.WriteStringValue("foaf:Document");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("earl:test");
        json.WriteString("@id", $"{StructuredData.Absolute(program, report.Address + "results.json")}#{criterion.Number}");
        json.WriteString("@type", "earl:TestCriterion");
        json.WriteString("dcterms:identifier", criterion.Number);
        json.WriteString("dcterms:title", criterion.Name);
        json.WriteString("dcterms:isPartOf", report.Conclusion.Set.Name);
        json.WriteEndObject();
        json.WriteString("earl:mode", assertion.Mode switch { TestMode.Automatic => "earl:automatic", TestMode.SemiAutomatic => "earl:semiAuto", _ => "earl:manual" });
        json.WriteStartObject("earl:result");
        json.WriteString("@type", "earl:TestResult");
        json.WriteString("earl:outcome", assertion.Outcome switch { Outcome.Passed => "earl:passed", Outcome.Failed => "earl:failed", _ => "earl:inapplicable" });
        json.WriteString("dcterms:date", JapaneseTime.Format(assertion.On));
        if (assertion.Note is { } note) json.WriteString("dcterms:description", note);
        json.WriteEndObject();
        json.WriteEndObject();

        void Part(string name, string type, string property, string value)
        {
            json.WriteStartObject(name);
            json.WriteString("@type", type);
            json.WriteString(property, value);
            json.WriteEndObject();
        }
    }
}
