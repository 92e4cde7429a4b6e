/** The OFD library ofdrw as a peer in benchmarks, brought to run beside the cryptographic library we use. Never shipped. */
@org.jspecify.annotations.NullMarked
package cn.gov.jiyuan.bench.ofdrw;
